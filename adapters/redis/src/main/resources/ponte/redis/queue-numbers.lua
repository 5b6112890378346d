-- The numbers of all entries in no order, those of the dead included.
return call('HKEYS', items)
