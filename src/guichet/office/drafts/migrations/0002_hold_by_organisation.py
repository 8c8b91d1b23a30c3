from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('drafts', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='draft',
            name='holder',
            field=models.CharField(default='', max_length=60, verbose_name='tenu par'),
            preserve_default=False,
        ),
        migrations.RemoveIndex(
            model_name='draft',
            name='drafts_by_owner',
        ),
        migrations.AddIndex(
            model_name='draft',
            index=models.Index(fields=['holder', '-updated_at'], name='drafts_by_holder'),
        ),
    ]
