limit = 10


class Cart:
    limit = 5
    within = lambda self, count: count < limit
    bound = (lambda: limit)()
    key = staticmethod(lambda item, limit=limit: item + limit)
