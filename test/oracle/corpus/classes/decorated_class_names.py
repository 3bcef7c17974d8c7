def register(name):
    def decorate(cls):
        return cls
    return decorate


name = 'x'


@register(name)
@register(name=name)
class Plugin:
    name = name

    @register(name)
    class Inner:
        name = name
