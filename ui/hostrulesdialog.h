#pragma once

#include <QDialog>

class QLabel;
class QPlainTextEdit;

// The reader's own rules for picture servers (hostrules.h), to be changed. The file is written when they are
// kept.
class HostRulesDialog final : public QDialog
{
    Q_OBJECT

public:
    // `file` need not exist.
    explicit HostRulesDialog(const QString &file, QWidget *parent = nullptr);

    void accept() override;

Q_SIGNALS:
    void rulesWritten();

private:
    void check();

    QString m_file;
    QPlainTextEdit *m_text;
    QLabel *m_state;
};
