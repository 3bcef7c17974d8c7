def outer(flag):
  if flag:
        first = 1
        if first:
         second = first
  else:
      first = second = 0
  return first, second
