class Config:
    if True:
        debug: bool
    else:
        debug: int
    for name in ():
        value: name

    def read(self) -> debug:
        return debug
