source = name = None
async def name(*source):
    return await source


def read():
    return name


def local(source):
    async def name(*source):
        return await source
    return name, lambda: name


def outer(source):
    name = 0

    def inner():
        async def name(*source):
            return await source
        return name

    return inner, name


class Holder:
    before = source
    async def name(*source):
        return await source
    after = name

    def read(self):
        return name


def factory(name, source):
    class Holder:
        async def name(*source):
            return await source
        after = name

        def read(self):
            return name, source

    return Holder
