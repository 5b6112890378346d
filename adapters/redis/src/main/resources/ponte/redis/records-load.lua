-- Takes over documents unless there are some: id, stored form, at and expires of each.
for i = 3, #ARGV, 4 do
  local found, old = version(ARGV[i])
  if found == '0' then
    if old then take_out(ARGV[i], old) end
    put(ARGV[i], ARGV[i + 1], ARGV[i + 2], ARGV[i + 3])
  end
end
list_partition()
return 1
