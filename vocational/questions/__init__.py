"""Questions of pupils and parents without an account, answers for all, and facts reported wrong."""
