limit = 10


class Config:
    before = limit
    limit = limit + 1
    after = limit
