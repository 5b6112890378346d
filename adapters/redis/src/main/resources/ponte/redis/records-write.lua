-- Writes documents, all or none: id, stored form, at and expires of each, one version after the
-- expected one.
purge(10 + #ARGV)
for i = 3, #ARGV, 4 do
  if version(ARGV[i]) + 1 ~= tonumber((parts(ARGV[i + 1]))) then return 0 end
end
for i = 3, #ARGV, 4 do
  local _, old = version(ARGV[i])
  if old then take_out(ARGV[i], old) end
  put(ARGV[i], ARGV[i + 1], ARGV[i + 2], ARGV[i + 3])
end
list_partition()
return 1
