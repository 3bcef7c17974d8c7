__registry = {}
_Plugin__registry = {}


class Plugin:
    def register(self):
        return __registry


class Other:
    def register(self):
        global __registry
        __registry = self
