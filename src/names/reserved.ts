/** Whether a name is a keyword of Python, a soft one included, or a function or type that is built in. */
export const isReserved = (name: string): boolean => RESERVED.has(name);

const RESERVED: ReadonlySet<string> = new Set(
  (
    'False None True abs aiter all and anext any as ascii assert async await bin bool break breakpoint ' +
    'bytearray bytes callable case chr class classmethod compile complex continue def del delattr dict dir ' +
    'divmod elif else enumerate eval except exec filter finally float for format from frozenset getattr global ' +
    'globals hasattr hash help hex id if import in input int is isinstance issubclass iter lambda len list ' +
    'locals map match max memoryview min next nonlocal not object oct open or ord pass pow print property ' +
    'raise range repr return reversed round set setattr slice sorted staticmethod str sum super try tuple type ' +
    'vars while with yield zip'
  ).split(' '),
);
