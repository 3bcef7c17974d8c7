class Retry:
    attempts = 3
    delay = 0.1

    def __init__(self, attempts=attempts, *, delay=delay):
        self.attempts = attempts
        self.delay = delay
