def report(name, value):
    return {key: item for key, item in locals().items()}, [eval('name') for _ in value]
