def outer(values):
	total = 0
	for value in values:
		if value:
			total += value
	return	total,	values


class	Tabbed :
	value	=	1
	def	method	(	self	)	:
		return	value
