-- Takes out what has expired; answers how many that were.
local purged = purge(tonumber(ARGV[3]))
list_partition()
return purged
