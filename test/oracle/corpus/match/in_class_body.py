import sys


class Platform:
    match sys.platform:
        case 'win32' as name:
            sep = '\\'
        case name:
            sep = '/'
    label = name

    def read(self):
        return name, sep
