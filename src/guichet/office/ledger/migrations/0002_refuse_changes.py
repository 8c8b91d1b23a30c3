from django.db import migrations

REFUSE = """
create function ledger_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'Le registre des événements est en ajout seul : % est refusé.', tg_op using errcode = 'restrict_violation';
end $$;
create trigger ledger_entry_is_append_only before update or delete on ledger_entry
  for each row execute function ledger_refuse_change();
create trigger ledger_entry_is_never_emptied before truncate on ledger_entry
  for each statement execute function ledger_refuse_change();
"""

UNDO = """
drop trigger ledger_entry_is_never_emptied on ledger_entry;
drop trigger ledger_entry_is_append_only on ledger_entry;
drop function ledger_refuse_change();
"""


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]
    operations = [migrations.RunSQL(REFUSE, UNDO)]
