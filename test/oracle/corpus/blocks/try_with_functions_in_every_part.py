try:
    def from_body():
        return body
except ValueError as problem:
    def from_handler():
        return problem
except (lambda: TypeError)():
    handler = lambda: body
else:
    def from_else():
        return [name for name in body]
finally:
    def from_finally():
        return body
body = 1
