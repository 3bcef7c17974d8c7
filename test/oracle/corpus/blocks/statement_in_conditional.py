import sys

if sys.platform == 'win32':
    def separator():
        return '\\'
elif (version := sys.version_info) > (3,):
    separator = '/'
else:
    class separator:
        value = version
print(separator)
