"""The paper edge: placed pages become PDF, and files reach the disk whole or not at all.

The only package that knows ReportLab. It decides nothing about the form: `focusdesk.form.placing`
says what stands where, and the drawer here draws exactly that.
"""
