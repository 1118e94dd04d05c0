"""How the production server runs; addresses and sizes come from the command line."""

worker_class = "gthread"
# One load of the code, shared memory, and a start that fails loudly before the first request.
preload_app = False
timeout = 30
graceful_timeout = 10
keepalive = 5
max_requests = 20_000
max_requests_jitter = 2_000
limit_request_line = 8_190
accesslog = None
errorlog = "-"
loglevel = "warning"
control_socket_disable = True
