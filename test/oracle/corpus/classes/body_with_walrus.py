class Settings:
    if (debug := True) and (level := 3):
        pass
    both = debug, level

    def read(self):
        return debug
