def describe(command):
    match command:
        case ['go', direction] | ['walk', direction]:
            return direction
        case ('stop' | 'halt') as word:
            return word
        case {'a': value} | {'b': value} | [value]:
            return value
        case (1 | 2 | None | True) as flag:
            return flag
