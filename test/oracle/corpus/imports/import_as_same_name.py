import os as os
from os import path as path
import os.path as path


def again():
    import path.other as path
    return path
