import enum


class Color(enum.Enum):
    RED = 1
    GREEN = RED + 1
    _ignore_ = ['index']
    for index in range(3):
        vars()[f'C{index}'] = index
    ALIAS = RED

    def mixed(self):
        return Color.RED, self.GREEN
