class Holder:
    keys = {}
    keys['a']: list = keys
    (plain): float = 1.0
    (never): complex
    keys[[key for key in keys][0]]: [key for key in keys]
