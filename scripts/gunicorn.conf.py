"""How the production server runs; addresses and sizes come from the command line."""

worker_class = "gthread"
# Processes are not replaced after so many requests: with only one, readers would wait for the new one.
max_requests = 0
timeout = 30
graceful_timeout = 10
keepalive = 5
limit_request_line = 8_190
accesslog = None
errorlog = "-"
loglevel = "warning"
control_socket_disable = True


def post_worker_init(worker):
    """Look for what was noted and not yet searchable at once, not only when the first reader comes."""
    worker.wsgi.extensions["publishing"].watch()
