def build(limit):
    class Config:
        before = limit
        limit = limit + 1

    return Config
