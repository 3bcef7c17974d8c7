def outer():
    import json
    from os import path as location

    def inner():
        return json.dumps(location)

    class Inner:
        encoder = json

        def use(self):
            return location

    return inner, Inner
