def start():
    global connection, pool
    connection = object()
    return pool


def stop():
    return connection
