source = name = None
import module.inner as name


def read():
    return name


def local(source):
    import module.inner as name
    return name, lambda: name


def outer(source):
    name = 0

    def inner():
        import module.inner as name
        return name

    return inner, name


class Holder:
    before = source
    import module.inner as name
    after = name

    def read(self):
        return name


def factory(name, source):
    class Holder:
        import module.inner as name
        after = name

        def read(self):
            return name, source

    return Holder
