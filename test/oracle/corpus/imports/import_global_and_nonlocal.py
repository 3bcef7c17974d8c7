def outer():
    codec = None

    def inner():
        global json
        nonlocal codec
        import json
        from json import codec
        return json, codec

    return inner, codec
