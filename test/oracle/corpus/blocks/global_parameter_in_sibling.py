def set_level(level):
    def apply():
        global level
        level = 3
    return apply, level


level = 0
