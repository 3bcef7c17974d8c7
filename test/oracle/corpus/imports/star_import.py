from os import *
from os.path import *

print(getcwd(), join)


def use():
    return listdir
