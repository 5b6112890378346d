-- Writes documents, all or none: id, expected version, stored form, at and expires of each.
purge(10 + #ARGV)
for i = 3, #ARGV, 5 do
  if version(ARGV[i]) ~= ARGV[i + 1] then return 0 end
end
for i = 3, #ARGV, 5 do
  local id, at, expires = ARGV[i], ARGV[i + 3], ARGV[i + 4]
  local old = call('HGET', documents, id)
  if old then take_out(id, old) end
  call('HSET', documents, id, ARGV[i + 2])
  call('ZADD', ids, 0, id)
  if at ~= '-' then call('ZADD', times, 0, at .. id) end
  if expires ~= '-' then call('ZADD', expiries, 0, expires .. id) end
end
list_partition()
return 1
