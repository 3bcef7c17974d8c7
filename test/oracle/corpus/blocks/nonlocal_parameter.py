def limited(limit, *hosts, **options):
    def relax():
        nonlocal limit, hosts, options
        limit, hosts, options = None, (), {}

    def read():
        return limit, hosts, options

    return relax, read
