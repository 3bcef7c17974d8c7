def stub(): ...


class Protocol: ...


nothing = None, True, False, ..., 1, 1.5, 1j, 'text', b'bytes'
