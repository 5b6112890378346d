-- Removes the partition.
call('UNLINK', documents, ids, times, expiries)
list_partition()
return 1
