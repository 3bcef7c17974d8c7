class Config:
    debug: bool = False
    name: str
    levels: dict[str, int] = {'a': debug}

    def read(self):
        return name, debug
