total = 1
def read():
    other = total
    return otherlast = read
del last
