try:
    result = int('x')
except ValueError as error:
    print(error)
except (TypeError, KeyError) as problem:
    raise RuntimeError(str(problem)) from problem
else:
    print(result)
finally:
    print('done')
