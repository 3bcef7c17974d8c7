import sys

match sys.argv:
    case [program, *arguments]:
        print(program, arguments)
    case program:
        del program
