class Holder:
    Limit = int

    def method[T: Limit](self, value: T = Limit) -> Limit:
        return Limit

    type Alias[S: Limit] = list[Limit]

    class Inner[S: Limit](list[Limit]):
        copied: Limit
