class Handlers:
    names = ['get', 'post']
    table = {name: (lambda request, name=name: (name, request, names)) for name in names}
