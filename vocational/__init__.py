"""The career-information and vocational-school lookup site."""
