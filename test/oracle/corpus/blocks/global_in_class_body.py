registry = {}


class Plugin:
    global registry, Meta
    registry['plugin'] = 1
    registry = registry

    class Meta:
        pass

    def register(self):
        return registry, Meta
